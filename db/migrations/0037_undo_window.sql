-- What an import keeps to be undone with goes when its undoing is no longer offered. Until when that is stands with the
-- import from the day it is written: a later change of policies/books.yaml takes nothing away from a receipt.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.import_batch add column undoable_until timestamptz, add column undo_dropped_at timestamptz;
comment on column registry.import_batch.undoable_until is 'Until when undoing is offered; null when nothing was kept';
comment on column registry.import_batch.undo_dropped_at is 'When what was kept for undoing was dropped';
-- Of imports that are written already nobody was told a day: thirty from now.
update registry.import_batch set undoable_until = now() + interval '30 days' where undo is not null;
create index import_batch_undoable on registry.import_batch (undoable_until) where undoable_until is not null and undo_dropped_at is null;
grant delete on registry.import_household to jingzhun_app;
