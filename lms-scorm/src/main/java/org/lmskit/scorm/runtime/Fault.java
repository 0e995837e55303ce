package org.lmskit.scorm.runtime;

/** What can be wrong with a value; {@link #situation} finds its error code in the table. */
enum Fault {
  NONE(""),
  TYPE("set.type"),
  RANGE("set.range"),
  LIMIT("set.limit"),
  UNIQUE("set.unique");

  private final String situation;

  Fault(String situation) {
    this.situation = situation;
  }

  String situation() {
    return situation;
  }
}
