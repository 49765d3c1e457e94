# rashomon with everything that it reads and writes, as a user without rights:
#   docker build -t rashomon . && docker run --rm -v "$PWD:/work" --user "$(id -u)" rashomon build story.case reports/
# The pages answer the machine they run on alone: add --network host to `serve`, or take them out with `export --to html`.
FROM python:3.12-slim AS made
WORKDIR /source
COPY pyproject.toml hatch_build.py constraints.txt README.md LICENSE ./
COPY src ./src
COPY examples ./examples
RUN python -m venv /rashomon \
 && /rashomon/bin/pip install --no-cache-dir -c constraints.txt ".[archives,datasette,office,parquet,pdf,xlsx]"

FROM python:3.12-slim
COPY --from=made /rashomon /rashomon
ENV PATH=/rashomon/bin:$PATH PYTHONUNBUFFERED=1
RUN useradd --create-home --uid 1000 analyst
USER 1000
WORKDIR /work
ENTRYPOINT ["rashomon"]
CMD ["--help"]
