"""Reads with DuckDB the table that `harmonise --parquet` wrote, and prints its figures as JSON."""

import json
import sys

import duckdb

marks = duckdb.read_parquet(sys.argv[1])
[(count, mean, median, population, sample)] = duckdb.sql(
    "select count(final), avg(final), median(final), stddev_pop(final), stddev_samp(final) from marks"
).fetchall()
parts = duckdb.sql(
    "select commission, count(final), avg(final) from marks group by commission order by commission"
).fetchall()
levels = duckdb.sql(
    "select level_projet, count(*) from marks group by level_projet order by level_projet"
).fetchall()
print(
    json.dumps(
        {
            "count": count,
            "mean": mean,
            "median": median,
            "population": population,
            "sample": sample,
            "parts": {commission: [number, value] for commission, number, value in parts},
            "levels": dict(levels),
            "columns": marks.columns,
        }
    )
)
