package org.lmskit.scorm.runtime;

import java.util.List;

/**
 * One call that content makes on its API.
 *
 * @param name as the content calls it: {@code SetValue} in SCORM 2004, {@code LMSSetValue} in 1.2
 * @param args its arguments as strings
 */
public record ApiCall(String name, List<String> args) {
  /** Copies the arguments. */
  public ApiCall {
    args = List.copyOf(args);
  }

  /** A call with these arguments. */
  public ApiCall(String name, String... args) {
    this(name, List.of(args));
  }

  /** The argument at this place; the empty string if there are fewer. */
  String arg(int index) {
    return index < args.size() ? args.get(index) : "";
  }
}
