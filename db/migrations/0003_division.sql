-- The dated five-level tree of places, by parent pointer, because codes change and pseudo-codes exist.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table registry.division (
  code text collate "C" not null constraint division_code_check check (code ~ '^[0-9]{12}$'),
  valid_from date not null,
  valid_to date,
  parent_code text collate "C",
  level smallint not null constraint division_level_check check (level between 1 and 5),
  name text not null,
  category text,
  source text not null,
  constraint division_pk primary key (code, valid_from)
);
comment on table registry.division is
  'Provinces (1), cities (2), counties (3), townships (4), villages (5). A renamed place has one row a name.';
comment on column registry.division.category is 'Urban and rural category of the statistics bureau, for villages';
create index division_parent on registry.division (parent_code, valid_from);
create index division_name on registry.division (name);

create table registry.area_population (
  area_code text collate "C" not null,
  year smallint not null,
  rural_population integer not null,
  source text not null,
  constraint area_population_pk primary key (area_code, year)
);
comment on table registry.area_population is 'Published rural population (persons), the denominator of incidence';

select app_place('registry.division', 'reference');
select app_place('registry.area_population', 'reference');
grant select on registry.division, registry.area_population to jingzhun_app;
