package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Scope;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.PositionId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.AppointmentEvent.AppointmentCancelled;
import org.lmskit.workforce.AppointmentEvent.AppointmentCorrected;
import org.lmskit.workforce.AppointmentEvent.AppointmentRecorded;
import org.lmskit.workforce.OrganizationEvent.OrgUnitPlaced;
import org.lmskit.workforce.OrganizationEvent.PositionDefined;
import org.lmskit.workforce.WorkforceEvent.GroupMembershipChanged;
import org.lmskit.workforce.WorkforceEvent.LearnerProfileChanged;

/** The people of a tenant. Obtained from {@code lms.workforce()}; thread-safe. */
public final class Workforce {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(
      Learner.KIND,
      GroupMembership.KIND,
      PersonalText.KIND,
      OrgUnit.KIND,
      Position.KIND,
      Appointment.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Workforce(Scope scope) {
    this.scope = scope;
  }

  /** Registers how the organisation follows from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(OrgUnit.KIND, Position.KIND, Appointment.KIND, GroupMembership.KIND)
        .on(GroupMembershipChanged.class, Groups::project)
        .on(OrgUnitPlaced.class, (event, records) -> records.put(OrgUnit.KIND, event.unit()))
        .on(PositionDefined.class, (e, records) -> records.put(Position.KIND, e.position()))
        .on(AppointmentRecorded.class, (e, all) -> all.put(Appointment.KIND, e.appointment()))
        .on(AppointmentCorrected.class, (e, all) -> all.put(Appointment.KIND, e.appointment()))
        .on(
            AppointmentCancelled.class,
            (e, all) -> all.remove(Appointment.KIND, e.appointment().id().value()));
  }

  /**
   * Tells the engine of a person, or something new of one whom it knows. Attributes that change do so from today on; see
   * {@link #attribute}.
   */
  public Learner save(LearnerId id, LearnerProfile profile) {
    return scope.write("workforce.save", id.value(), op -> save(op, id, profile));
  }

  /**
   * Tells an attribute of a person from a day on, past or future. Telling it again changes nothing.
   *
   * @param value empty if he no longer has it
   */
  public Learner attribute(LearnerId id, String name, String value, LocalDate from) {
    return scope.write(
        "workforce.attribute",
        id.value(),
        op -> Attributes.change(op, id, new Learner.AttributeChange(name, value, from)));
  }

  /** Makes a person belong to a group from a day on, past or future. Telling it again changes nothing. */
  public GroupMembership join(LearnerId id, GroupId group, LocalDate from) {
    return member(id, group, new GroupMembership.Change(from, true));
  }

  /** Makes a person belong to a group no longer, from a day on. Telling it again changes nothing. */
  public GroupMembership leave(LearnerId id, GroupId group, LocalDate from) {
    return member(id, group, new GroupMembership.Change(from, false));
  }

  /** The groups of a person on a day, sorted. */
  public List<GroupId> groups(LearnerId learner, LocalDate day) {
    return scope.read(
        "workforce.groups",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .map(key -> Groups.on(reader, key, day))
            .orElseGet(List::of));
  }

  /** Those who belong to a group on a day. */
  public List<LearnerKey> members(GroupId group, LocalDate day) {
    return scope.read(
        "workforce.members", group.value(), reader -> Groups.members(reader, group, day));
  }

  /** The person of this id; absent if never mentioned, or erased. */
  public Optional<Learner> find(LearnerId id) {
    return scope.read(
        "workforce.find",
        id.value(),
        reader -> reader.find(Learner.KIND, id.value()).map(Stored::value));
  }

  /** The persons behind keys, as events and records name them; those erased are left out. */
  public Map<LearnerKey, Learner> learners(Collection<LearnerKey> keys) {
    return scope.read("workforce.learners", "", reader -> learners(reader, keys));
  }

  /** All persons, in the order in which the engine heard of them. */
  public Page<Learner> learners(PageRequest page) {
    return scope.read(
        "workforce.learners", "", reader -> Pages.of(reader, Query.of(Learner.KIND), page));
  }

  /** A text that an event mentions by its digest; absent once its person is erased. */
  public Optional<String> text(Sha256 digest) {
    return scope.read("workforce.text", digest.hex(), reader -> PersonalText.find(reader, digest));
  }

  /**
   * Forgets a person: his record, what was written about him and what he wrote are deleted now,
   * content's own state with them. If a principal of the same id acted here, he is forgotten too.
   * Events keep a key that leads nowhere, so every proof still verifies.
   *
   * @throws NotFoundException if there is no such person
   */
  public void erase(LearnerId id) {
    scope.write("workforce.erase", id.value(), op -> Erasing.learner(op, id));
  }

  /**
   * Forgets a principal who is no learner: his id, and what he wrote. What he did stays, done by a key
   * that leads nowhere.
   *
   * @throws NotFoundException if nobody of this id ever did anything
   */
  public void erase(PrincipalId id) {
    scope.write("workforce.erasePrincipal", id.value(), op -> Erasing.principal(op, id));
  }

  /**
   * Places a part of the organisation under another one from a day on. Telling it again changes
   * nothing.
   *
   * @param parent what it stands under; null at the top
   * @throws RejectedException ORG_UNIT_UNKNOWN if the other does not exist on that day; ORG_CYCLE
   */
  public OrgUnit place(OrgUnitId id, String name, @Nullable OrgUnitId parent, LocalDate from) {
    return scope.write(
        "workforce.place", id.value(), op -> OrgTree.place(op, id, name, parent, from));
  }

  /** Names a position, or names it anew. */
  public Position define(Position position) {
    return scope.write(
        "workforce.definePosition", position.id().value(), op -> define(op, position));
  }

  /**
   * Takes an appointment, or a correction of one: the end that became known, or what was told wrong.
   * Telling it again changes nothing.
   *
   * @throws RejectedException ORG_UNIT_UNKNOWN, POSITION_UNKNOWN, APPOINTMENT_OVERLAPS if the person
   *     has that very job on some of these days, APPOINTMENT_OF_ANOTHER or OWN_MANAGER
   */
  public Appointment appoint(AppointmentEntry entry) {
    return scope.write("workforce.appoint", entry.id().value(), op -> Appointments.save(op, entry));
  }

  /**
   * Takes an appointment back that never was. One that ended is corrected instead.
   *
   * @throws NotFoundException if there is no such appointment
   */
  public Appointment cancel(AppointmentId id) {
    return scope.write("workforce.cancel", id.value(), op -> Appointments.cancel(op, id));
  }

  /**
   * Takes what a personnel system tells, in as many transactions as it needs. It can be repeated
   * from the beginning at any time. A person's lines are taken all or none; refused ones stop nobody
   * else.
   */
  public FeedReport feed(List<FeedLine> lines) {
    return new Feed(scope).take(lines);
  }

  /** The part of the organisation of this id, with all its history. */
  public Optional<OrgUnit> find(OrgUnitId id) {
    return scope.read(
        "workforce.find",
        id.value(),
        reader -> reader.find(OrgUnit.KIND, id.value()).map(Stored::value));
  }

  /** The position of this id. */
  public Optional<Position> find(PositionId id) {
    return scope.read(
        "workforce.find",
        id.value(),
        reader -> reader.find(Position.KIND, id.value()).map(Stored::value));
  }

  /** A part and all parts below it on a day, the nearest first; empty if it does not exist then. */
  public Set<OrgUnitId> subtree(OrgUnitId root, LocalDate day) {
    return scope.read(
        "workforce.subtree", root.value(), reader -> OrgTree.subtree(reader, root, day));
  }

  /** All appointments of a person, past and future, the earliest first. */
  public List<Appointment> appointments(LearnerId learner) {
    return scope.read(
        "workforce.appointments",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .map(key -> Appointments.of(reader, key))
            .orElseGet(List::of));
  }

  /** Those above a person on a day, the nearest first: his managers, their managers, and so on. */
  public List<LearnerKey> managers(LearnerId learner, LocalDate day) {
    return scope.read(
        "workforce.managers",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .map(key -> Appointments.managersOf(reader, key, day))
            .orElseGet(List::of));
  }

  /** The first day of a person's unbroken employment up to a day; absent if he has none then. */
  public Optional<LocalDate> hiredOn(LearnerId learner, LocalDate day) {
    return scope.read(
        "workforce.hiredOn",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> Appointments.hiredOn(reader, key, day)));
  }

  /** The appointments in a part of the organisation, and in all below it, that hold on a day. */
  public List<Appointment> appointmentsIn(OrgUnitId root, LocalDate day) {
    return scope.read(
        "workforce.appointmentsIn", root.value(), reader -> Appointments.in(reader, root, day));
  }

  /** The appointments as this position that hold on a day. */
  public List<Appointment> appointmentsAs(PositionId position, LocalDate day) {
    return scope.read(
        "workforce.appointmentsAs",
        position.value(),
        reader -> Appointments.as(reader, position, day));
  }

  static Position define(Operation op, Position position) {
    Optional<Stored<Position>> old = op.tx().find(Position.KIND, position.id().value());
    if (old.isPresent() && old.get().value().equals(position)) {
      return position;
    }
    old.ifPresentOrElse(
        stored -> op.tx().update(stored, position), () -> op.tx().insert(Position.KIND, position));
    op.record(new PositionDefined(op.header(), position));
    return position;
  }

  static Learner save(Operation op, LearnerId id, LearnerProfile profile) {
    Optional<Stored<Learner>> known = op.tx().find(Learner.KIND, id.value());
    if (known.isEmpty()) {
      return Learners.register(op, id, profile);
    }
    Learner old = known.get().value();
    if (old.profile().equals(profile)) {
      return old;
    }
    op.tx().update(known.get(), old.with(profile));
    op.record(new LearnerProfileChanged(op.header(), old.key()));
    Attributes.follow(op, id, old.profile(), profile, Learners.today(op));
    return op.tx().find(Learner.KIND, id.value()).orElseThrow().value();
  }

  private GroupMembership member(LearnerId id, GroupId group, GroupMembership.Change change) {
    return scope.write("workforce.member", id.value(), op -> Groups.change(op, id, group, change));
  }

  private static Map<LearnerKey, Learner> learners(Reader reader, Collection<LearnerKey> keys) {
    Map<LearnerKey, Learner> found = new LinkedHashMap<>();
    List<String> values = keys.stream().map(LearnerKey::value).distinct().toList();
    for (int from = 0; from < values.size(); from += Query.MAX_VALUES) {
      List<String> some =
          new ArrayList<>(values.subList(from, Math.min(values.size(), from + Query.MAX_VALUES)));
      reader
          .list(Query.of(Learner.KIND).whereAny("key", some))
          .forEach(stored -> found.put(stored.value().key(), stored.value()));
    }
    return found;
  }
}
