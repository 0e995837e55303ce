package org.lmskit.scorm.cts;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares an answer with the expected one, numbers and lists by value. */
final class CtsValues {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static final Pattern COMMENT = Pattern.compile("cmi\\.comments_from_lms\\.\\d+\\..*");
  private static final Pattern DELIMITER = Pattern.compile("^\\{[a-z_]+=[^}]*}");
  private static final Set<String> DEFAULTS =
      Set.of("{order_matters=true}", "{case_matters=false}", "{lang=en}");

  private CtsValues() {}

  /** The LMS may comment or not. */
  static boolean isAnything(CtsCase.Command command) {
    return !command.args().isEmpty() && COMMENT.matcher(command.args().get(0)).matches();
  }

  static boolean isEqual(CtsCase.Command command, String expected, String found) {
    var arg = command.args().isEmpty() ? "" : command.args().get(0);
    if (expected.equals("$less255")) {
      return found.length() <= 255;
    }
    if (expected.equals("$emptyCS")) {
      return found.isEmpty();
    }
    if (arg.endsWith("._children")) {
      return Set.of(expected.split(",")).equals(Set.of(found.split(",")));
    }
    return plain(expected).equals(plain(found)) || isSameNumber(expected, found);
  }

  /** Its delimiters in one order, without those that say what holds by default. */
  private static String plain(String value) {
    var delimiters = new TreeSet<String>();
    var rest = value;
    for (var found = DELIMITER.matcher(rest); found.find(); found = DELIMITER.matcher(rest)) {
      delimiters.add(found.group());
      rest = rest.substring(found.end());
    }
    delimiters.removeAll(DEFAULTS);
    return String.join("", delimiters) + rest;
  }

  private static boolean isSameNumber(String expected, String found) {
    return NUMBER.matcher(expected).matches()
        && NUMBER.matcher(found).matches()
        && new BigDecimal(expected).compareTo(new BigDecimal(found)) == 0;
  }
}
