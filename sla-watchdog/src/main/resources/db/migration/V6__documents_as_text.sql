-- Nothing looks into the documents any more: as text they are neither parsed when written nor rendered when read.
alter table watch alter column state type text;
alter table clock_change alter column body type text;
