#!/bin/bash
# The product's database and its two roles, in a PostgreSQL of one's own. The postgres image runs this at its first start;
# elsewhere: POSTGRES_USER=postgres WEIXIANG_OWNER_PASSWORD=… WEIXIANG_APP_PASSWORD=… scripts/database-roles.sh
set -euo pipefail

psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
  --set owner_password="$WEIXIANG_OWNER_PASSWORD" --set app_password="$WEIXIANG_APP_PASSWORD" <<'SQL'
create role weixiang_owner login nosuperuser nobypassrls password :'owner_password';
create role weixiang_app login nosuperuser nobypassrls password :'app_password';
create database weixiang owner weixiang_owner template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C.UTF-8';
revoke all on database weixiang from public;
grant connect on database weixiang to weixiang_app;
\connect weixiang
create extension ltree;
create extension pg_trgm;
create extension btree_gist;
create extension pgcrypto;
alter schema public owner to weixiang_owner;
SQL
