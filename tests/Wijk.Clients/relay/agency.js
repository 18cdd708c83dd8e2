// What relay-compiler must be able to compile: a fragment that Relay asks for again by node(id), and a list that it pages through.
graphql`
  fragment agency_card on Agency @refetchable(queryName: "agencyCardQuery") {
    name
    runs(first: 5) {
      totalCount
    }
  }
`;

graphql`
  fragment agency_measures on Agency
  @refetchable(queryName: "agencyMeasuresQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    runs(first: $count, after: $cursor) @connection(key: "agency_runs") {
      edges {
        relation {
          id
          validFrom
        }
        node {
          name
        }
      }
    }
  }
`;

graphql`
  fragment agency_tie on Collaborates @refetchable(queryName: "agencyTieQuery") {
    level
    from {
      name
    }
  }
`;

graphql`
  fragment agency_cell on OverlapCell @refetchable(queryName: "agencyCellQuery") {
    severity
    measures(first: 5) {
      totalCount
    }
  }
`;

graphql`
  query agencyQuery($key: ID!, $day: Date) {
    agency(key: $key, asOf: $day) {
      id
      name
      runs(first: 5) {
        totalCount
        edges {
          node {
            id
          }
        }
      }
      ...agency_card
    }
  }
`;
