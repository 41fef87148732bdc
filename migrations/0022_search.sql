-- Words as they are compared: without case, marks and signs, so that "el amrani" finds "El-Amrani" and "zielinska" "Zielińska".
create function searchable(words text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(regexp_replace(lower(translate(normalize(words, NFKD), 'ŁłØøĐđßÆæŒœıİ’', 'LlOoDdsAaOoiI''')),
    '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]', '', 'g'), '[^[:alnum:]@\u0080-\U0010ffff]+', ' ', 'g'))
$$;
