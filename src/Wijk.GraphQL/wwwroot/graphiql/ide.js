const firstQuery = `# Wijk: who does what, for whom and where.
# Press the play button, or Ctrl-Enter. Ctrl-Space shows what you can ask; the book on the left explains it.
# Druk op de knop met het driehoekje, of op Ctrl-Enter. Ctrl-spatie laat zien wat u kunt vragen.

query FirstLook {
  overlap {
    reason { nl en }
    nextStep { nl en }
    cells(first: 3) {
      edges {
        node {
          reason { nl en }
          nextStep { nl en }
          agencies { edges { node { agency { key name } domains { name } } } }
          coordination { coordinated notCoordinated unknown }
        }
      }
    }
  }
  fragmentation {
    reason { nl en }
  }
  graph {
    version
    isSample
    nodeCounts { kind count }
  }
}
`;

ReactDOM.createRoot(document.getElementById('ide')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: firstQuery,
    defaultEditorToolsVisibility: true,
  }),
);
