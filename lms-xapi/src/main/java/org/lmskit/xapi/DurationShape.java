package org.lmskit.xapi;

/** Whether a text has the shape of an ISO 8601 duration: designators in order, decimals only at the end. */
final class DurationShape {
  private final String text;
  private String units = "YMD";
  private int nextUnit;
  private int at = 1;
  private boolean inTime;
  private boolean hasDecimals;
  private boolean hasParts;

  DurationShape(String text) {
    this.text = text;
  }

  boolean isValid() {
    if (text.length() < 3 || text.charAt(0) != 'P') return false;
    while (at < text.length()) {
      if (text.charAt(at) == 'T' ? !time() : !part()) return false;
    }
    return true;
  }

  private boolean time() {
    if (inTime || hasDecimals) return false;
    inTime = true;
    units = "HMS";
    nextUnit = 0;
    return ++at < text.length();
  }

  /** A number and its designator, which must be smaller than the one before. */
  private boolean part() {
    if (hasDecimals || !number()) return false;
    char designator = text.charAt(at++);
    if (designator == 'W') return !hasParts && !inTime && at == text.length();
    int found = units.indexOf(designator, nextUnit);
    if (found < 0) return false;
    hasParts = true;
    nextUnit = found + 1;
    return true;
  }

  private boolean number() {
    if (!digits()) return false;
    char mark = text.charAt(at);
    if (mark != '.' && mark != ',') return true;
    at++;
    hasDecimals = true;
    return digits();
  }

  /** Moves over at least one digit; false if there is none or nothing follows. */
  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return at > start && at < text.length();
  }
}
