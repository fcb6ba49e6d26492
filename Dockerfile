# The web app
FROM node:22.22.2-bookworm-slim AS web
WORKDIR /source
COPY src/LeadRouter.Web/package.json src/LeadRouter.Web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY src/LeadRouter.Web/ ./
RUN npm run build

# The server
FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS server
ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/ src/
RUN dotnet publish src/LeadRouter.Server -c Release -o /published

# What runs
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
WORKDIR /app
COPY --from=server /published/ ./
COPY --from=web /source/dist/ web/
COPY deploy/health.sh ./
# The volume is made with this owner; the files of the program stay root's, so that the program cannot change itself.
RUN install -d -o $APP_UID -g $APP_UID -m 0750 /data
USER $APP_UID
VOLUME /data
# 8080: browsers, leads, metrics. 11111: the other servers of a cluster.
EXPOSE 8080 11111
# The base image sets the first; the server has a setting of its own and would warn of two.
ENV ASPNETCORE_HTTP_PORTS= \
    LEADROUTER__Urls=http://0.0.0.0:8080 \
    LEADROUTER__Data=/data \
    LEADROUTER__Web=/app/web
# Alive, not ready: some who run containers end one that is unhealthy, and a server that waits for its database must not be ended for that.
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["/app/health.sh", "/health/live"]
ENTRYPOINT ["dotnet", "LeadRouter.Server.dll"]
