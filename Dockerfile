FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package may run a script of its own: all that need a binary bring it.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY public public
COPY server server
COPY scripts/build.ts scripts/image.ts scripts/
COPY scripts/build scripts/build
RUN node scripts/build.ts && node scripts/image.ts /image

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    BEDDYBYTES_DATA=/data \
    BEDDYBYTES_HTTPS_PORT=443 \
    BEDDYBYTES_HTTP_PORT=80
# A new volume takes over the owner of this folder.
RUN install -d -o node -g node -m 700 /data
COPY --from=build /image /app
COPY --chmod=755 docker/entrypoint /app/docker/entrypoint
COPY --chmod=755 docker/beddybytes /usr/local/bin/beddybytes
WORKDIR /app
VOLUME /data
EXPOSE 443 80
ENTRYPOINT ["/app/docker/entrypoint"]
# As in scripts/start.
CMD ["node", "--v8-pool-size=1", "--invocation-count-for-turbofan=20000", "--max-semi-space-size=2", "--heap-growing-percent=30", "/app/.build/server.js"]
HEALTHCHECK --interval=15s --timeout=6s --start-period=60s CMD ["node", "/app/.build/command/health-check.js"]
