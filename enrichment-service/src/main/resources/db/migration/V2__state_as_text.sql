-- Nothing looks into the document: as text it is neither parsed when written nor rendered when read.
alter table ticket_case alter column state type text;
