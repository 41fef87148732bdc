-- How long a member's session may rest, as the tenant sets it; the longest is what held before.
alter table tenants add column session_idle_minutes smallint not null default 720
  constraint tenants_session_idle check (session_idle_minutes between 30 and 720);
