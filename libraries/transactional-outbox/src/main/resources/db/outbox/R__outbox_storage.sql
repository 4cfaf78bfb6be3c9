-- An entry lives for milliseconds: to compress it, or to keep a longer one in pieces elsewhere, costs more than its room.
alter table outbox alter column value set storage external;
alter table outbox set (toast_tuple_target = 8160);
