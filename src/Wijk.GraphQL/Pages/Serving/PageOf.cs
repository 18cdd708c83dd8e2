using Microsoft.AspNetCore.Components;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>A whole page.</summary>
/// <typeparam name="TModel">What it is about.</typeparam>
public abstract class PageOf<TModel> : ComponentBase
    where TModel : class
{
    /// <summary>What is around it.</summary>
    [Parameter, EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>What it is about.</summary>
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }

    /// <summary>The words in the language of the reader.</summary>
    protected string Say(Words words) => words.In(Frame.Language);

    /// <summary>One of two texts, by the language of the reader.</summary>
    protected string Say(string dutch, string english) => Frame.Language == Language.En ? english : dutch;
}

/// <summary>A part that pages share.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>What is around the page it is in.</summary>
    [CascadingParameter]
    public required PageFrame Frame { get; set; }

    /// <summary>The words in the language of the reader.</summary>
    protected string Say(Words words) => words.In(Frame.Language);

    /// <summary>One of two texts, by the language of the reader.</summary>
    protected string Say(string dutch, string english) => Frame.Language == Language.En ? english : dutch;
}
