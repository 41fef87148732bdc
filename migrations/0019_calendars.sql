-- Whose working week counts, and where a day begins and ends; null is what is usual in the region.
alter table tenants
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column zone text check (length(zone) between 1 and 60);
