using System.CommandLine;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.Defragment;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary>The other forms of <c>analyse defragment</c>: one plan, its invitation on one A4, and the list as a page for a file.</summary>
internal sealed class DefragmentForms : AnswerForms<DefragmentAnswer>
{
    private static readonly Option<string?> Plan = new("--plan")
    {
        Description = "Alleen het plan met deze sleutel, zoals die onder elk plan staat; als bladzijde is dat de uitnodiging. / Only the plan with this key, as it stands below each; as a page it is the invitation.",
        HelpName = "key",
    };

    private static readonly Option<string> Format = FormFile.Format("De vorm: tekst of een bladzijde. / The form: text or a page.", FormFile.Html);

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Plan, Format, FormFile.Out];

    /// <inheritdoc/>
    public override async Task WriteAsync(ParseResult arguments, GraphView view, DateOnly today, int first, Func<DefragmentAnswer> ask, CancellationToken cancellationToken)
    {
        var format = arguments.GetRequiredValue(Format);
        FormFile.Check(arguments, format, FormFile.Html);
        var one = arguments.GetValue(Plan) is { } key ? Find(arguments, key, view, today, cancellationToken) : null;
        if (format == FormFile.Text)
        {
            if (one is null) DefragmentReport.Write(ask(), arguments.Terminal(cancellationToken), first);
            else DefragmentReport.Write(one, arguments.Terminal(cancellationToken));
            return;
        }

        if (one is { Plan.Invitation: null }) throw new Refusal(InvitationWords.TooFew);
        var content = one is null ? PageContent.Of<DefragmentPage, DefragmentModel>(DefragmentModel.First(ask(), first)) : PageContent.Of<InvitationPage, PlanModel>(one);
        await FormFile.WriteAsync(arguments, stream => FormFile.WriteHtmlAsync(stream, view, content, arguments.GetValue(CommonOptions.Language), cancellationToken));
    }

    private static PlanModel Find(ParseResult arguments, string text, GraphView view, DateOnly today, CancellationToken cancellationToken)
    {
        if (PlanModel.Asked(text, Given.In(arguments).Of(Parameters.AsOf)) is not var (question, key)) throw new Refusal(PlanModel.NotAKey(text));
        var answer = question.Ask(view, today, cancellationToken);
        return PlanModel.Find(answer, key) ?? throw new Refusal(PlanModel.NotThere(key, answer));
    }
}
