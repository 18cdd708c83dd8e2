const firstQuery = `# Wijk: who does what, for whom and where.
# Press the play button, or Ctrl-Enter. Ctrl-Space shows what you can ask; the book on the left explains it.
# Druk op de knop met het driehoekje, of op Ctrl-Enter. Ctrl-spatie laat zien wat u kunt vragen.

query FirstLook {
  graph {
    version
    isSample
    nodeCounts {
      kind
      count
    }
  }
  agencies(first: 5, orderBy: NAME) {
    totalCount
    edges {
      node {
        id
        name
        runs(first: 3) {
          totalCount
          edges {
            node {
              name
            }
          }
        }
        collaborates(first: 3) {
          edges {
            level
            reportedBy
            source
            node {
              name
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
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
