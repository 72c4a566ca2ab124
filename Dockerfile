# Frontdesk's image: the locked packages are installed by hash, the console's script is built, and only what runs is
# kept. Not built anywhere yet.

FROM node:22-slim AS scripts
WORKDIR /srv/widgets
COPY widgets/package.json widgets/package-lock.json widgets/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY widgets ./
RUN npm run build

FROM python:3.13-slim AS packages
RUN python -m venv /srv/venv
WORKDIR /srv/frontdesk
COPY requirements.lock requirements-dev.lock pyproject.toml ./
RUN /srv/venv/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.lock
COPY app ./app
# hatchling is there only to write the `frontdesk` command: taken by hash from the other lock, and removed again.
RUN sed -n '/^\(hatchling\|pathspec\|pluggy\|trove-classifiers\)==/,/[^\]$/p' requirements-dev.lock > build.lock \
    && /srv/venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r build.lock \
    && /srv/venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && /srv/venv/bin/pip uninstall --yes -r build.lock

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /srv/frontdesk frontdesk \
    && install --directory --owner frontdesk --mode 0700 /srv/data
COPY --from=packages /srv/venv /srv/venv
WORKDIR /srv/frontdesk
COPY config ./config
COPY app ./app
COPY --from=scripts /srv/widgets/dist ./widgets/dist
# Who serves may not write here: compiled once, or at each start.
RUN python -m compileall -q app
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    FRONTDESK_HOST=0.0.0.0 \
    FRONTDESK_DATA_DIR=/srv/data \
    FRONTDESK_LOG_FORMAT=json
USER frontdesk
VOLUME /srv/data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health/live', timeout=2)"]
CMD ["frontdesk", "serve"]
