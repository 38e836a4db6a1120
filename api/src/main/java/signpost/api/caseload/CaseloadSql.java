package signpost.api.caseload;

/**
 * The statements behind a list of students. Each reads one school's rows, in sets, and no statement is asked for a single
 * student.
 */
final class CaseloadSql {

    /**
     * Every student of the school who was searched for, with what is open for them and, for each thing to choose by,
     * whether they fit: {@code misses} counts the choices they do not fit. The counts beside a choice then are of students
     * who miss no other.
     *
     * <p>What is gathered of each student is materialised: before PostgreSQL has statistics of new rows it expects one student
     * and would gather all of it again for each.
     */
    private static final String EVERYBODY = """
            with worked as materialized (
              select r.student, r.intervention, r.due_on, r.raised_at, r.changed_at,
                case r.state when 'SUGGESTED' then 'waiting' when 'DEFERRED' then 'deferred' when 'ACCEPTED' then 'accepted'
                  when 'DELIVERED' then 'delivered' else 'withdrawn' end as status,
                cast(:intervention as text) is null or r.intervention = :intervention as wanted
              from recommendations r
              where r.school_id = :school and (r.state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED', 'WITHDRAWN')
                or (r.state = 'DELIVERED' and r.delivered_on between :starts and :ends))),
            of_student as materialized (
              select student, count(*) filter (where status = 'waiting') as suggested,
                count(*) filter (where status = 'deferred') as deferred,
                count(*) filter (where status = 'accepted') as accepted,
                min(due_on) filter (where status in ('waiting', 'deferred')) as due,
                min(raised_at) filter (where status in ('waiting', 'deferred')) as waiting_since,
                max(changed_at) filter (where status in ('waiting', 'deferred', 'withdrawn')) as changed_at,
                bool_or(wanted and status = 'waiting') as waits, bool_or(wanted and status = 'deferred') as put_off,
                bool_or(wanted and status = 'accepted') as to_do, bool_or(wanted and status = 'delivered') as done,
                bool_or(wanted and status in ('waiting', 'deferred', 'accepted')) as any_open,
                array_agg(distinct intervention) filter (where case
                  when :status in ('waiting', 'deferred', 'accepted', 'delivered') then status = :status
                  else status in ('waiting', 'deferred', 'accepted') end) as interventions
              from worked group by student),
            known as materialized (
              select student, max(value) filter (where attribute = 'nc_year') as year,
                max(value) filter (where attribute = 'enrol_status') as enrolled,
                max(value) filter (where attribute = 'sen_provision') as send,
                max(value) filter (where attribute = 'in_care') as care
              from observations
              where school_id = :school and superseded_at is null
                and attribute in ('nc_year', 'enrol_status', 'sen_provision', 'in_care')
              group by student),
            flagged as materialized (select * from standing_flags where school_id = :school),
            held as materialized (select student, staff from assigned where school_id = :school),
            mine as materialized (select distinct student from caseload_of(:school, :staff, :today)),
            gathered as (
              select s.id, coalesce(s.preferred_forename, s.forename) as forename, s.surname, s.reg_group,
                coalesce(s.reg_group, 'unknown') as in_group, k.year, coalesce(k.year, 'unknown') as in_year,
                coalesce(k.send, 'unknown') as send, coalesce(k.care, 'unknown') as care,
                coalesce(k.enrolled = 'P', false) as has_left,
                coalesce(j.severity, 0) as severity, coalesce(j.roni_most, 0) as roni, j.flags,
                coalesce(j.by_person, false) as by_person,
                coalesce(o.suggested, 0) as suggested, coalesce(o.deferred, 0) as deferred,
                coalesce(o.accepted, 0) as accepted, o.due, o.waiting_since,
                coalesce(o.waits, false) as waits, coalesce(o.put_off, false) as put_off,
                coalesce(o.to_do, false) as to_do, coalesce(o.done, false) as done,
                coalesce(o.any_open, false) as any_open, o.interventions,
                h.staff as adviser, m.student is not null or not exists (select from mine) as mine,
                l.looked_at is null as never_looked, coalesce(o.changed_at > l.looked_at, false) as changed
              from students s
              left join of_student o on o.student = s.id
              left join known k on k.student = s.id
              left join flagged j on j.student = s.id
              left join held h on h.student = s.id
              left join mine m on m.student = s.id
              left join student_looks l on l.school_id = s.school_id and l.staff = :staff and l.student = s.id
              where s.school_id = :school and (cast(:search as text) is null or not exists (
                select from unnest(string_to_array(plain_letters(cast(:search as text)), ' ')) word
                where strpos(plain_letters(concat_ws(' ', s.forename, s.preferred_forename, s.surname, s.student_id)), word) = 0))),
            fitting as (
              select *,
                case when cast(:whose as text) is null then mine when :whose = 'everybody' then true
                  when :whose = 'nobody' then adviser is null else adviser::text = :whose end as by_whose,
                case :students when 'left' then has_left when 'everybody' then true else not has_left end as by_students,
                cast(:year as text) is null or in_year = :year as by_year,
                cast(:group as text) is null or in_group = :group as by_group,
                cast(:flag as text) is null or coalesce(
                  flags @> jsonb_build_array(jsonb_build_object('flag', cast(:flag as text))), false) as by_flag,
                cast(:send as text) is null or send = :send as by_send,
                cast(:care as text) is null or care = :care as by_care,
                case :since when 'changed' then changed when 'never' then never_looked else true end as by_since,
                case :status when 'waiting' then waits when 'deferred' then put_off when 'accepted' then to_do
                  when 'delivered' then done when 'nothing' then not any_open
                  else any_open or (cast(:intervention as text) is null and (:all or by_person)) end as by_work
              from gathered),
            everybody as materialized (
              select id, forename, surname, reg_group, in_group, year, in_year, send, care, has_left, severity, roni, suggested,
                deferred, accepted, due, waiting_since, waits, put_off, to_do, done, any_open, interventions, adviser, mine,
                never_looked, changed, by_person, by_whose, by_students, by_year, by_group, by_flag, by_send, by_care, by_since, by_work,
                :flags: (not by_whose)::int + (not by_students)::int + (not by_year)::int + (not by_group)::int + (not by_flag)::int
                + (not by_send)::int + (not by_care)::int + (not by_since)::int + (not by_work)::int as misses
              from fitting)
            """;

    /** The names of all flags are asked for only where students are counted by them: reading flags is work. */
    private static final String FLAG_NAMES =
            "(select array_agg(distinct f ->> 'flag') from jsonb_array_elements(flags) f) as flag_names,";

    /** The totals of the list, and how many students each choice would leave; a choice of {@code null} is any. */
    static final String COUNTS = EVERYBODY.replace(":flags:", FLAG_NAMES) + """
            select 'total' as kind, t.total as value, t.students
            from (select count(*) filter (where misses = 0) as students,
                count(*) filter (where misses = 0 and suggested > 0) as waiting,
                coalesce(sum(suggested) filter (where misses = 0), 0) as suggested,
                coalesce(sum(deferred) filter (where misses = 0), 0) as deferred,
                coalesce(sum(accepted) filter (where misses = 0), 0) as accepted,
                count(*) filter (where misses = (not by_work)::int) as anyhow, (select count(*) from mine) as mine
              from everybody) e,
              lateral (values ('students', e.students), ('waiting', e.waiting), ('suggested', e.suggested),
                ('deferred', e.deferred), ('accepted', e.accepted), ('anyhow', e.anyhow), ('mine', e.mine)) t (total, students)
            union all
            select 'WHOSE', coalesce(g.value, g.adviser || ' ' || p.display_name), g.students
            from (select w.value, w.adviser, count(*) as students from everybody e,
                lateral (values (null, null, e.mine), ('everybody', null, true), ('nobody', null, e.adviser is null),
                  (null, e.adviser, e.adviser is not null)) w (value, adviser, fits)
              where misses = (not by_whose)::int and w.fits group by w.value, w.adviser) g
            left join staff p on p.school_id = :school and p.id = g.adviser
            union all
            select 'STUDENTS', v.value, count(*) from everybody e,
              lateral (values (case when e.has_left then 'left' end), ('everybody')) v (value)
            where misses = (not by_students)::int group by v.value
            union all
            select 'YEAR', in_year, count(*) from everybody
            where misses = (not by_year)::int group by grouping sets ((in_year), ())
            union all
            select 'GROUP', in_group, count(*) from everybody
            where misses = (not by_group)::int group by grouping sets ((in_group), ())
            union all
            select 'SEND', send, count(*) from everybody
            where misses = (not by_send)::int group by grouping sets ((send), ())
            union all
            select 'CARE', care, count(*) from everybody
            where misses = (not by_care)::int group by grouping sets ((care), ())
            union all
            select 'FLAG', f.flag, count(*) from everybody e, lateral unnest(e.flag_names) f (flag)
            where misses = (not by_flag)::int group by f.flag
            union all
            select 'SINCE', v.value, count(*) from everybody e,
              lateral (values (null, true), ('changed', e.changed), ('never', e.never_looked)) v (value, fits)
            where misses = (not by_since)::int and v.fits group by v.value
            union all
            select 'STATUS', v.value, count(*) from everybody e,
              lateral (values (null, e.any_open or (cast(:intervention as text) is null and (:all or e.by_person))), ('waiting', e.waits),
                ('deferred', e.put_off), ('accepted', e.to_do), ('delivered', e.done), ('nothing', not e.any_open))
                v (value, fits)
            where misses = (not by_work)::int and v.fits group by v.value
            union all
            select 'INTERVENTION', i.intervention, count(*) from everybody e, lateral unnest(e.interventions) i (intervention)
            where misses = (not by_work)::int group by i.intervention
            """;

    private static final String BY_NEED =
            "(suggested > 0) desc, severity desc, due nulls last, roni desc, waiting_since nulls last, id";

    private static final String BY_NAME = "surname, forename, id";

    private CaseloadSql() {}

    /** A page of the list; flags are read for those on it alone. */
    static String page(boolean byName) {
        return EVERYBODY.replace(":flags:", "") + """
                , page as materialized (
                  select *, row_number() over (order by :order:) as at from everybody where misses = 0
                  order by at limit :size offset :offset)
                select p.*, j.flags from page p
                left join flagged j on j.student = p.id order by p.at
                """.replace(":order:", byName ? BY_NAME : BY_NEED);
    }
}
