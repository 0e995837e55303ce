package org.lmskit.scorm.manifest;

import java.util.List;

/**
 * An element of Learning Object Metadata as it was written: all of LOM is kept, in either form (IMS
 * metadata 1.2, IEEE LOM 1.0).
 *
 * @param name the element's name without prefix
 * @param language the value of its {@code language} or {@code xml:lang} attribute, empty without one
 * @param text its text, trimmed; empty if it has none
 * @param children the elements in it
 */
public record LomElement(String name, String language, String text, List<LomElement> children) {
  /** Copies the children. */
  public LomElement {
    children = List.copyOf(children);
  }
}
