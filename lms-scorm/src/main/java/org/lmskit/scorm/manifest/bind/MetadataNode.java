package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of Learning Object Metadata, whichever it is. */
@XmlRootElement(name = "lom")
public final class MetadataNode extends BoundNode {
  @XmlAttribute
  public @Nullable String name;

  @XmlAttribute
  public @Nullable String language;

  @XmlElement(name = "t")
  public @Nullable String text;

  @XmlElement(name = "n")
  public List<MetadataNode> children = new ArrayList<>();
}
