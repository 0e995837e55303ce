package org.lmskit.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the members of every object in JSON text that a generator has just written without spaces:
 * one pass over the text, no tree. It declines what it cannot vouch for byte for byte: decimal
 * numbers, and names that are escaped or repeated.
 */
final class CanonicalText {
  private static final int MOST_LEVELS = 400;

  /** A member as it stands in the output, from its name to the end of its value. */
  private record Member(String name, int start, int end) {}

  private final String source;
  private final StringBuilder out;
  private int at;

  private CanonicalText(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length());
  }

  /**
   * The same text with sorted members, or null if only a parser can tell.
   *
   * @param json one JSON value, well-formed and without spaces
   */
  static @Nullable String sorted(String json) {
    CanonicalText text = new CanonicalText(json);
    return text.value(0) ? text.out.toString() : null;
  }

  private boolean value(int level) {
    if (level > MOST_LEVELS) {
      return false;
    }
    return switch (source.charAt(at)) {
      case '{' -> object(level);
      case '[' -> array(level);
      case '"' -> {
        string();
        yield true;
      }
      default -> word();
    };
  }

  private boolean array(int level) {
    take();
    while (source.charAt(at) != ']') {
      if (source.charAt(at) == ',') {
        take();
      }
      if (!value(level + 1)) {
        return false;
      }
    }
    take();
    return true;
  }

  private boolean object(int level) {
    List<Member> members = new ArrayList<>();
    boolean inOrder = true;
    String last = "";
    take();
    while (source.charAt(at) != '}') {
      if (source.charAt(at) == ',') {
        take();
      }
      int start = out.length();
      String name = string();
      take();
      if (name.indexOf('\\') >= 0 || !value(level + 1)) {
        return false;
      }
      inOrder &= members.isEmpty() || last.compareTo(name) < 0;
      members.add(new Member(name, start, out.length()));
      last = name;
    }
    take();
    return inOrder || sort(members);
  }

  /** Puts the members in order; false if two have the same name. */
  private boolean sort(List<Member> members) {
    int start = members.get(0).start();
    String unsorted = out.substring(start);
    members.sort(Comparator.comparing(Member::name));
    out.setLength(start);
    String last = null;
    for (Member member : members) {
      if (member.name().equals(last)) {
        return false;
      }
      if (last != null) {
        out.append(',');
      }
      out.append(unsorted, member.start() - start, member.end() - start);
      last = member.name();
    }
    out.append('}');
    return true;
  }

  /** Copies a string, and gives what stands between its quotes, still escaped. */
  private String string() {
    int end = at + 1;
    while (source.charAt(end) != '"') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    String inside = source.substring(at + 1, end);
    out.append(source, at, end + 1);
    at = end + 1;
    return inside;
  }

  /** Copies an integer, true, false or null. */
  private boolean word() {
    int start = at;
    while (at < source.length() && ",]}".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    out.append(source, start, at);
    char first = source.charAt(start);
    return first == 't' || first == 'f' || first == 'n' || isInteger(start);
  }

  private boolean isInteger(int start) {
    int digits = source.charAt(start) == '-' ? start + 1 : start;
    return source.substring(digits, at).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void take() {
    out.append(source.charAt(at++));
  }
}
