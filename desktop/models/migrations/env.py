"""Runs the migrations on the connection that ``desktop.models.migrating`` gives."""

from alembic import context

from desktop.models.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # the caller has begun, checks the result and commits
)
context.run_migrations()
