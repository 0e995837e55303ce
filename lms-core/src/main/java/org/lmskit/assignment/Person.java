package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.OrgUnitId;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.GroupMembership;
import org.lmskit.workforce.Learner;

/** Who a learner is over time, as far as audiences and due days ask for it. */
final class Person {
  private final List<Appointment> appointments;
  private final List<Trait> traits;
  private final OrgChart chart;
  private final ZoneId otherwise;
  private final SortedSet<LocalDate> days = new TreeSet<>();
  private final Map<LocalDate, Map<Audience.Leaf, Boolean>> known = new HashMap<>();

  /**
   * @param appointments all, the earliest first, then by id
   * @param otherwise the zone of a day without an appointment
   */
  Person(List<Appointment> appointments, List<Trait> traits, OrgChart chart, ZoneId otherwise) {
    this.appointments = appointments;
    this.traits = traits;
    this.chart = chart;
    this.otherwise = otherwise;
  }

  /**
   * As he was read.
   *
   * @param groups all memberships, past and future
   * @param asked the conditions for which he will be asked, apart from appointments
   */
  static Person of(
      Learner learner,
      List<Stored<Appointment>> appointments,
      List<Stored<GroupMembership>> groups,
      Set<Audience.Leaf> asked,
      OrgChart chart,
      ZoneId otherwise) {
    List<Appointment> inOrder = appointments.stream()
        .map(Stored::value)
        .sorted(
            Comparator.comparing(Appointment::from).thenComparing(a -> a.id().value()))
        .toList();
    List<Trait> traits = new ArrayList<>();
    for (Audience.Leaf leaf : asked) {
      if (leaf instanceof Audience.InGroup in) {
        groups.stream()
            .map(Stored::value)
            .filter(membership -> membership.group().equals(in.group()))
            .flatMap(membership -> membership.changes().stream())
            .forEach(change -> traits.add(new Trait(leaf, change.member(), change.from())));
      } else if (leaf instanceof Audience.HasAttribute has) {
        learner.attributes().stream()
            .filter(change -> change.name().equals(has.name()))
            .forEach(change ->
                traits.add(new Trait(leaf, change.value().equals(has.value()), change.from())));
      }
    }
    traits.sort(Comparator.comparing(Trait::day));
    return new Person(inOrder, traits, chart, otherwise);
  }

  List<Appointment> appointments() {
    return appointments;
  }

  boolean matches(Audience audience, LocalDate day) {
    Map<Audience.Leaf, Boolean> leaves = known.computeIfAbsent(day, of -> new HashMap<>());
    return AudienceLogic.matches(
        audience, leaf -> leaves.computeIfAbsent(leaf, of -> holds(of, day)));
  }

  /** The days on which he can come to match an audience, or cease to. */
  SortedSet<LocalDate> days() {
    if (days.isEmpty()) {
      for (Appointment one : appointments) {
        days.add(one.from());
        one.before().ifPresent(days::add);
        days.addAll(chart.days(one.unit()));
      }
      traits.forEach(trait -> days.add(trait.day()));
    }
    return days;
  }

  /** The first day of his unbroken employment on a day. */
  Optional<LocalDate> hiredOn(LocalDate day) {
    return Appointments.hiredOn(appointments, day);
  }

  /** The first day of the appointment by which he matches an audience on a day, else of the one that counts first. */
  Optional<LocalDate> appointedOn(LocalDate day, @Nullable Audience audience) {
    Collection<Audience.Leaf> leaves =
        audience == null ? List.of() : AudienceLogic.leaves(audience);
    List<Appointment> held = appointments.stream().filter(a -> a.holdsOn(day)).toList();
    return held.stream()
        .filter(one -> leaves.stream()
            .anyMatch(leaf -> leaf instanceof Audience.Appointed asked && isThat(one, asked, day)))
        .findFirst()
        .or(() -> held.stream().findFirst())
        .map(Appointment::from);
  }

  /** The zone in which a day begins for him. */
  ZoneId zoneOn(LocalDate day) {
    return appointments.stream()
        .filter(one -> one.holdsOn(day))
        .findFirst()
        .map(Appointment::zone)
        .orElse(otherwise);
  }

  /** His civil day at an instant. */
  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(
        instant,
        appointments.stream()
            .filter(one -> one.holdsOn(LocalDate.ofInstant(instant, one.zone())))
            .findFirst()
            .map(Appointment::zone)
            .orElse(otherwise));
  }

  private boolean holds(Audience.Leaf leaf, LocalDate day) {
    if (leaf instanceof Audience.Appointed asked) {
      return appointments.stream().anyMatch(one -> one.holdsOn(day) && isThat(one, asked, day));
    }
    return traits.stream()
        .filter(trait -> trait.leaf().equals(leaf) && !trait.day().isAfter(day))
        .reduce((first, second) -> second)
        .map(Trait::holds)
        .orElse(false);
  }

  private boolean isThat(Appointment one, Audience.Appointed asked, LocalDate day) {
    OrgUnitId unit = asked.unitOrNull();
    boolean isThere = unit == null || chart.isWithin(one.unit(), unit, day);
    return isThere
        && (asked.positionOrNull() == null || one.position().equals(asked.positionOrNull()));
  }
}
