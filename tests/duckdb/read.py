"""Reads with DuckDB the table that `harmonise --parquet` wrote, and prints its figures as JSON."""

import json
import sys

import duckdb

table = duckdb.read_parquet(sys.argv[1])
count, mean, median, population, sample = duckdb.sql(
    "select count(final), avg(final), median(final), stddev_pop(final), stddev_samp(final) from table"
).fetchone()
parts = duckdb.sql(
    "select commission, count(final), avg(final) from table group by commission order by commission"
).fetchall()
levels = duckdb.sql(
    "select level_projet, count(*) from table group by level_projet order by level_projet"
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
            "columns": table.columns,
        }
    )
)
