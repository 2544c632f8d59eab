-- What was published about a place stands beside what the register says, with its sentence: 系统数 and a published number are
-- never mixed.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table verdicts.published_figure (
  area_code text collate "C" not null,
  year smallint not null,
  indicator text not null,
  numerator bigint,
  denominator bigint,
  as_of jsonb not null,
  document text not null,
  published_on date,
  quote text not null,
  derived jsonb,
  constraint published_figure_pk primary key (area_code, year, indicator)
);
comment on table verdicts.published_figure is 'A published number of a place. Both parts null: nothing was published (未公布)';
comment on column verdicts.published_figure.as_of is 'When it held, in words {zh, en}, as far as the source says';
comment on column verdicts.published_figure.derived is 'What of it is inferred or made up, in words {zh, en}; null when all was published';
select app_place('verdicts.published_figure', 'reference');
grant select on verdicts.published_figure to jingzhun_app;
