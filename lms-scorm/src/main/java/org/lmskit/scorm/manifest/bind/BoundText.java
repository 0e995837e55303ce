package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** An element that holds nothing but text. */
public final class BoundText extends BoundNode {
  /** Nobody asks for it, but without an attribute JAXB tells no listener of the element, nor its line. */
  @XmlAttribute
  public @Nullable String lang;

  @XmlValue
  public @Nullable String value;
}
