package org.lmskit.scorm.sequencing.definition;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must be done before an item opens, in SCORM 1.2 ({@code adlcp:prerequisites}, type {@code
 * aicc_script}). A part about an item that does not exist neither holds nor fails.
 *
 * @see "SCORM 1.2 CAM 2.3.2.5.1; AICC CMI001, prerequisites"
 */
public sealed interface Prerequisites {
  /**
   * Whether the item may open.
   *
   * @param status gives the {@code cmi.core.lesson_status} of an item, such as {@code passed} or {@code
   *     not attempted}; null for one that does not exist
   */
  boolean hold(Function<String, @Nullable String> status);

  /** Whether their opposite holds. */
  boolean fail(Function<String, @Nullable String> status);

  /** The script, in a form that reads back equal. */
  String script();

  /** {@code ITEM}: the item is completed or passed. */
  record Done(String item) implements Prerequisites {
    @Override
    public boolean hold(Function<String, @Nullable String> status) {
      var now = status.apply(item);
      return "completed".equals(now) || "passed".equals(now);
    }

    @Override
    public boolean fail(Function<String, @Nullable String> status) {
      return status.apply(item) != null && !hold(status);
    }

    @Override
    public String script() {
      return quote(item);
    }
  }

  /** {@code ITEM="passed"}: the item has this status. */
  record HasStatus(String item, String expected) implements Prerequisites {
    @Override
    public boolean hold(Function<String, @Nullable String> status) {
      return expected.equals(status.apply(item));
    }

    @Override
    public boolean fail(Function<String, @Nullable String> status) {
      return status.apply(item) != null && !hold(status);
    }

    @Override
    public String script() {
      return quote(item) + "=\"" + expected + "\"";
    }
  }

  /** {@code ~X}: the opposite. */
  record Not(Prerequisites of) implements Prerequisites {
    @Override
    public boolean hold(Function<String, @Nullable String> status) {
      return of.fail(status);
    }

    @Override
    public boolean fail(Function<String, @Nullable String> status) {
      return of.hold(status);
    }

    @Override
    public String script() {
      return "~(" + of.script() + ")";
    }
  }

  /** {@code A&B}: all of them. */
  record All(List<Prerequisites> parts) implements Prerequisites {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean hold(Function<String, @Nullable String> status) {
      return parts.stream().allMatch(p -> p.hold(status));
    }

    @Override
    public boolean fail(Function<String, @Nullable String> status) {
      return parts.stream().anyMatch(p -> p.fail(status));
    }

    @Override
    public String script() {
      return join(parts, "&");
    }
  }

  /** {@code A|B}: any of them. */
  record Any(List<Prerequisites> parts) implements Prerequisites {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean hold(Function<String, @Nullable String> status) {
      return parts.stream().anyMatch(p -> p.hold(status));
    }

    @Override
    public boolean fail(Function<String, @Nullable String> status) {
      return parts.stream().allMatch(p -> p.fail(status));
    }

    @Override
    public String script() {
      return join(parts, "|");
    }
  }

  /** {@code 2*{A,B,C}}: at least so many of them. */
  record AtLeast(int count, List<Prerequisites> parts) implements Prerequisites {
    /** Copies the parts. */
    public AtLeast {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean hold(Function<String, @Nullable String> status) {
      return parts.stream().filter(p -> p.hold(status)).count() >= count;
    }

    @Override
    public boolean fail(Function<String, @Nullable String> status) {
      return parts.stream().filter(p -> !p.fail(status)).count() < count;
    }

    @Override
    public String script() {
      List<String> scripts = parts.stream().map(Prerequisites::script).toList();
      return count + "*{" + String.join(",", scripts) + "}";
    }
  }

  private static String join(List<Prerequisites> parts, String operator) {
    List<String> scripts = parts.stream().map(p -> "(" + p.script() + ")").toList();
    return String.join(operator, scripts);
  }

  private static String quote(String item) {
    boolean plain = item.chars().noneMatch(c -> "&|~=<>(){},*\"'".indexOf(c) >= 0);
    return plain ? item : "\"" + item + "\"";
  }
}
