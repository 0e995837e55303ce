package org.lmskit.scorm.manifest.bind;

import static org.lmskit.scorm.finding.ScormFinding.XML_DOCTYPE;
import static org.lmskit.scorm.finding.ScormFinding.XML_ENTITY;
import static org.lmskit.scorm.finding.ScormFinding.XML_EXTERNAL_DTD;

import java.util.regex.Pattern;
import org.lmskit.scorm.finding.Findings;

/**
 * Looks at the document type before any parser does. One without entities and external parts is
 * harmless and blanked out; the parser itself is also told not to know document types.
 */
final class Doctype {
  private static final String START = "<!DOCTYPE";
  private static final Pattern EXTERNAL =
      Pattern.compile("^<!DOCTYPE\\s+[^\\s\\[>]+\\s+(SYSTEM|PUBLIC)\\b");

  private final String text;
  /** What of the document type is neither comment nor quoted. */
  private final StringBuilder declarations = new StringBuilder();

  private int at;

  private Doctype(String text) {
    this.text = text;
  }

  static String remove(String text, String file, Findings findings) {
    int start = new Doctype(text).findStart();
    if (start < 0) {
      return text;
    }
    Doctype doctype = new Doctype(text);
    doctype.at = start;
    int end = doctype.findEnd();
    String declarations = doctype.declarations.toString();
    String place = file + ":" + Lines.of(text, start);
    if (EXTERNAL.matcher(declarations).find()) {
      throw findings.refuse(XML_EXTERNAL_DTD, place);
    }
    if (declarations.contains("<!ENTITY") || declarations.contains("%")) {
      throw findings.refuse(XML_ENTITY, place);
    }
    findings.add(XML_DOCTYPE, place);
    return Blank.out(text, start, end);
  }

  /** Passes white space, comments and processing instructions; -1 if an element comes first. */
  private int findStart() {
    while (at < text.length()) {
      if (text.startsWith("<!--", at)) {
        skipBehind("-->");
      } else if (text.startsWith("<?", at)) {
        skipBehind("?>");
      } else if (text.startsWith(START, at)) {
        return at;
      } else if (text.charAt(at) == '<') {
        return -1;
      } else {
        at++;
      }
    }
    return -1;
  }

  private int findEnd() {
    boolean inSubset = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("<!--", at)) {
        skipBehind("-->");
      } else if (c == '"' || c == '\'') {
        at++;
        skipBehind(String.valueOf(c));
      } else if (c == '>' && !inSubset) {
        return at + 1;
      } else {
        inSubset = c == '[' || (inSubset && c != ']');
        declarations.append(c);
        at++;
      }
    }
    return text.length();
  }

  private void skipBehind(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }
}
