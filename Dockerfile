# Wijk as an image, for neo4j/compose.yaml and docs/running.md. It listens on the loopback of its own network namespace, as everywhere.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Wijk.GraphQL -c Release -o /program -p:RestoreLockedMode=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /program
COPY --from=build /program /source/docs/running/healthy.sh ./
# A place for a graph that is not in Neo4j: a volume that is mounted here belongs to the user below.
RUN install -d -m 0700 -o $APP_UID /data
# The base image names a port for every address of the container, which Wijk refuses. Diagnostics would write to the root, which may be read-only.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://127.0.0.1:5080 \
    DOTNET_EnableDiagnostics=0
# The user of the base image that may do nothing special.
USER $APP_UID
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s CMD ["bash", "/program/healthy.sh"]
ENTRYPOINT ["dotnet", "wijk.dll"]
CMD ["run", "--store", "neo4j"]
