# Wijk as an image, for neo4j/compose.yaml. It listens on the loopback of its own network namespace, as everywhere.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Wijk.GraphQL -c Release -o /program

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /program
COPY --from=build /program .
# The base image names a port for every address of the container, which Wijk refuses.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://127.0.0.1:5080
# The user of the base image that may do nothing special.
USER $APP_UID
ENTRYPOINT ["dotnet", "wijk.dll"]
CMD ["run", "--store", "neo4j"]
