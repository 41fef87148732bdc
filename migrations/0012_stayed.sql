-- The last statement of every transaction of the product: it fails one that has left its role or its scope.
create function app_stayed(name text, value text) returns void language plpgsql stable as $$
begin
  if current_user <> 'interloop_app' or app_setting(name) is distinct from value then
    raise exception 'a transaction left its scope' using errcode = '42501';
  end if;
end $$;
