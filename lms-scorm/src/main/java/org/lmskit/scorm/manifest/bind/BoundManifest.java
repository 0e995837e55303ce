package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifest element and all that content packaging and navigation put into it. */
@XmlRootElement(name = "manifest")
public final class BoundManifest extends BoundNode {
  @XmlAttribute
  public @Nullable String identifier;

  @XmlAttribute
  public @Nullable String version;

  @XmlAttribute
  public @Nullable String base;

  public @Nullable Metadata metadata;
  public @Nullable Organizations organizations;
  public @Nullable Resources resources;

  @XmlElement(name = "sequencingCollection")
  public List<BoundSequencing.Collection> collections = new ArrayList<>();

  @XmlElement(name = "manifest")
  public List<BoundManifest> manifests = new ArrayList<>();

  /** Metadata of anything: what kind, in line and elsewhere. */
  public static final class Metadata extends BoundNode {
    public @Nullable BoundText schema;
    public @Nullable BoundText schemaversion;
    public @Nullable MetadataNode lom;

    @XmlElement(name = "location")
    public List<BoundText> locations = new ArrayList<>();
  }

  /** The organizations and which of them counts. */
  public static final class Organizations extends BoundNode {
    @XmlAttribute(name = "default")
    public @Nullable String defaultOrganization;

    @XmlElement(name = "organization")
    public List<Organization> organizations = new ArrayList<>();
  }

  /** A tree of items. */
  public static final class Organization extends BoundNode {
    @XmlAttribute
    public @Nullable String identifier;

    @XmlAttribute
    public @Nullable String structure;

    @XmlAttribute
    public @Nullable String objectivesGlobalToSystem;

    @XmlAttribute
    public @Nullable String sharedDataGlobalToSystem;

    public @Nullable BoundText title;
    public @Nullable Metadata metadata;
    public BoundSequencing.@Nullable Sequencing sequencing;
    public @Nullable Threshold completionThreshold;

    @XmlElement(name = "item")
    public List<Item> items = new ArrayList<>();
  }

  /** An item with everything that SCORM adds to it. */
  public static final class Item extends BoundNode {
    @XmlAttribute
    public @Nullable String identifier;

    @XmlAttribute
    public @Nullable String identifierref;

    @XmlAttribute
    public @Nullable String isvisible;

    @XmlAttribute
    public @Nullable String parameters;

    public @Nullable BoundText title;
    public @Nullable Metadata metadata;
    public BoundSequencing.@Nullable Sequencing sequencing;
    public @Nullable Threshold completionThreshold;
    public @Nullable Presentation presentation;
    public @Nullable Data data;
    public @Nullable BoundText dataFromLMS;
    public @Nullable BoundText timeLimitAction;
    public @Nullable Prerequisites prerequisites;
    public @Nullable BoundText maxtimeallowed;
    public @Nullable BoundText masteryscore;

    @XmlElement(name = "item")
    public List<Item> items = new ArrayList<>();
  }

  /** The prerequisites of SCORM 1.2. */
  public static final class Prerequisites extends BoundNode {
    @XmlAttribute
    public @Nullable String type;

    @XmlValue
    public @Nullable String value;
  }

  /** The completion threshold: text in the 3rd Edition, attributes in the 4th. */
  public static final class Threshold extends BoundNode {
    @XmlAttribute
    public @Nullable String completedByMeasure;

    @XmlAttribute
    public @Nullable String minProgressMeasure;

    @XmlAttribute
    public @Nullable String progressWeight;

    @XmlValue
    public @Nullable String value;
  }

  /** What the player shows. */
  public static final class Presentation extends BoundNode {
    @XmlElement(name = "navigationInterface")
    public List<NavigationInterface> interfaces = new ArrayList<>();
  }

  /** The controls that are hidden. */
  public static final class NavigationInterface extends BoundNode {
    @XmlElement(name = "hideLMSUI")
    public List<BoundText> hidden = new ArrayList<>();
  }

  /** The data stores of an item. */
  public static final class Data extends BoundNode {
    @XmlElement(name = "map")
    public List<DataMap> maps = new ArrayList<>();
  }

  /** One data store of an item. */
  public static final class DataMap extends BoundNode {
    @XmlAttribute
    public @Nullable String targetID;

    @XmlAttribute
    public @Nullable String readSharedData;

    @XmlAttribute
    public @Nullable String writeSharedData;
  }

  /** The resources and their common base. */
  public static final class Resources extends BoundNode {
    @XmlAttribute
    public @Nullable String base;

    @XmlElement(name = "resource")
    public List<Resource> resources = new ArrayList<>();
  }

  /** A resource and what it consists of. */
  public static final class Resource extends BoundNode {
    @XmlAttribute
    public @Nullable String identifier;

    @XmlAttribute
    public @Nullable String type;

    @XmlAttribute
    public @Nullable String href;

    @XmlAttribute
    public @Nullable String base;

    @XmlAttribute
    public @Nullable String scormType;

    @XmlAttribute
    public @Nullable String persistState;

    public @Nullable Metadata metadata;

    @XmlElement(name = "file")
    public List<FileElement> files = new ArrayList<>();

    @XmlElement(name = "dependency")
    public List<Dependency> dependencies = new ArrayList<>();
  }

  /** A file of a resource. */
  public static final class FileElement extends BoundNode {
    @XmlAttribute
    public @Nullable String href;

    public @Nullable Metadata metadata;
  }

  /** Another resource that this one needs. */
  public static final class Dependency extends BoundNode {
    @XmlAttribute
    public @Nullable String identifierref;
  }
}
