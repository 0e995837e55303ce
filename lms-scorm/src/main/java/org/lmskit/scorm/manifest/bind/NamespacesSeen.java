package org.lmskit.scorm.manifest.bind;

import java.util.Locale;
import java.util.Set;

/**
 * What the namespaces of a document tell about its standard.
 *
 * @param root the namespace of the root element, empty without one
 * @param declared every namespace that is declared anywhere
 * @param adl12Used whether an element or attribute of SCORM 1.2's extension is used
 * @param adl2004Used whether one of SCORM 2004's is used
 */
public record NamespacesSeen(
    String root, Set<String> declared, boolean adl12Used, boolean adl2004Used) {
  /** Whether some declared namespace contains this text, in any case of letters. */
  public boolean declares(String part) {
    return declared.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(part));
  }
}
