package org.lmskit.scorm.sequencing;

/**
 * One thing that a process looked at or did on the way to an outcome.
 *
 * @param process id and name in the standard, such as {@code SB.2.9 Choice Sequencing Request}
 * @param activity identifier of the activity that it looked at; empty if none
 * @param rule the action of the rule or the limit that it looked at; empty if none
 * @param condition the rule's conditions with the values found; empty if none
 * @param result what came of it
 */
public record TraceEntry(
    String process, String activity, String rule, String condition, String result) {
  /** One line for a log. */
  @Override
  public String toString() {
    var line = new StringBuilder(process);
    for (String part : new String[] {activity, rule, condition}) {
      line.append(part.isEmpty() ? "" : " | ").append(part);
    }
    return line.append(": ").append(result).toString();
  }
}
