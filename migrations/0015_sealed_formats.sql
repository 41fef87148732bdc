-- A recording is sealed in the codec in which it was made, and what could not be joined to it is named.
alter table recordings add column mime text not null default 'audio/mp4; codecs="opus"';
alter table recordings add column unsealed jsonb not null default '[]';
