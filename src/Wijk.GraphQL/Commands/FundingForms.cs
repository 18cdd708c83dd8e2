using System.CommandLine;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.Funding;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Commands;

/// <summary>The other form of <c>analyse funding</c>: a page for a file, of all or of the one runner or project that was asked for.</summary>
internal sealed class FundingForms : AnswerForms<SplinteredFundingAnswer>
{
    private static readonly Option<string> Format = FormFile.Format("De vorm: tekst of een bladzijde. / The form: text or a page.", FormFile.Html);

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Format, FormFile.Out];

    /// <inheritdoc/>
    public override async Task WriteAsync(
        ParseResult arguments, GraphView view, DateOnly today, int first, Func<SplinteredFundingAnswer> ask, CancellationToken cancellationToken)
    {
        FormFile.Check(arguments, arguments.GetRequiredValue(Format), FormFile.Html);
        var answer = ask();
        if (arguments.GetRequiredValue(Format) == FormFile.Text)
        {
            SplinteredFundingReport.Write(answer, arguments.Terminal(cancellationToken), first);
            return;
        }

        if (answer.WhyNot is { } why) throw new Refusal(why);
        var content = answer.Question is { Runner: null, Project: null }
            ? PageContent.Of<FundingPage, FundingModel>(FundingModel.First(answer, first))
            : PageContent.Of<OneDoorPage, OneDoorModel>(OneDoorModel.Of(answer)!);
        await FormFile.WriteAsync(arguments, stream => FormFile.WriteHtmlAsync(stream, view, content, arguments.GetValue(CommonOptions.Language), cancellationToken));
    }
}
