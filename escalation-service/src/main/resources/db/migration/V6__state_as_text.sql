-- Most records leave the case file as it is: it is kept beside the state. Nothing looks into the documents any more: as
-- text they are neither parsed when written nor rendered when read.
alter table ticket add column case_file text;
update ticket set case_file = (state -> 'facts' -> 'file')::text where jsonb_typeof(state -> 'facts' -> 'file') = 'object';
alter table ticket alter column state type text;
