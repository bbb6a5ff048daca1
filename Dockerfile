# A small image of the application: a bare node, the built server with the packages that it needs, the command line and
# the trained routers. docs/deployment.md says how to run it for a team.

ARG NODE=20.20.2-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /build
# Packages first: they change less often than the sources.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm run -s assemble-image -- /app

FROM node:${NODE}
# Whatever is published of a container is reached from outside: /v1 answers with a key only.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 ORT_DISABLE_TELEMETRY=1 ROUTELLM_STATE=/data ROUTELLM_INSIST_ON_KEYS=true
WORKDIR /app
COPY --from=build /app ./
# All that is ever written: votes, decisions, calibrations, routers trained on votes, prompts that are being scored.
RUN mkdir -p /data/routers && chown -R node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --start-period=30s --start-interval=2s --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# node itself is the process that is told to stop, and it lets answers end first.
STOPSIGNAL SIGTERM
CMD ["node", "serve.mjs", "-H", "0.0.0.0"]
