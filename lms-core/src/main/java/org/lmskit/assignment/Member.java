package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.lmskit.model.LearnerKey;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Learner;

/** A learner over time, as far as a {@link Population} was asked for him; for the packages above. */
public final class Member {
  private final Learner learner;
  private final Person person;

  Member(Learner learner, Person person) {
    this.learner = learner;
    this.person = person;
  }

  /** Who he is. */
  public Learner learner() {
    return learner;
  }

  /** The key by which all else knows him. */
  public LearnerKey key() {
    return learner.key();
  }

  /** His appointments that hold on a day, the one that counts first in front. */
  public List<Appointment> appointmentsOn(LocalDate day) {
    return person.appointments().stream().filter(one -> one.holdsOn(day)).toList();
  }

  /** Whether he matches an audience on a day; one of those for which the population was asked. */
  public boolean matches(Audience audience, LocalDate day) {
    return person.matches(audience, day);
  }

  /** The days on which he can come to match one of these audiences, or cease to. */
  public SortedSet<LocalDate> days() {
    return Collections.unmodifiableSortedSet(person.days());
  }

  /** His civil day at an instant. */
  public LocalDate dayOf(Instant instant) {
    return person.dayOf(instant);
  }

  /** The zone in which a day begins for him. */
  public ZoneId zoneOn(LocalDate day) {
    return person.zoneOn(day);
  }
}
