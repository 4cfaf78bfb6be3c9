-- What texts mean, computed once for all replicas (docs/adr/0044): hashes and vectors, no texts. A row without a vector is
-- the word of a replica that it is computing it, good until claimed_until.
create table text_meaning (
    kind          text        not null,
    id            text        not null,
    encoder       text        not null,
    text_hash     text        not null,
    -- 384 dimensions of 8 bits
    vector        bytea,
    claimed_until timestamptz not null,
    primary key (kind, id, encoder)
);
