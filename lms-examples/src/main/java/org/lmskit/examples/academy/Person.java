package org.lmskit.examples.academy;

import java.util.List;

/**
 * Somebody whom the learner switch offers. A real host has its own users and its own login.
 *
 * @param id the host's id of the learner
 * @param name for display
 */
public record Person(String id, String name) {
  /** Everybody in the demo; the first is who a new visitor is. */
  static final List<Person> ALL = List.of(
      new Person("ann", "Ann Mercer"),
      new Person("ben", "Ben Okafor"),
      new Person("carla", "Carla Ruiz"),
      new Person("dmitri", "Dmitri Volkov"));

  static Person of(String id) {
    return ALL.stream().filter(person -> person.id().equals(id)).findFirst().orElse(ALL.get(0));
  }
}
