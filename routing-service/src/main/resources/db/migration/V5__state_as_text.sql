-- Nothing looks into the document any more: as text it is neither parsed when written nor rendered when read.
alter table ticket alter column state type text;
