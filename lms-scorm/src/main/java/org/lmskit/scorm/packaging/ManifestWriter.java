package org.lmskit.scorm.packaging;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.lmskit.scorm.manifest.DataMap;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.Lom;
import org.lmskit.scorm.manifest.LomElement;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.LmsUi;

/** Writes a manifest with the elements and the order that the schemas of its edition demand. */
final class ManifestWriter {
  private static final String XMLNS = "xmlns";

  private final Manifest manifest;
  private final boolean is2004;

  ManifestWriter(Manifest manifest) {
    this.manifest = manifest;
    this.is2004 = manifest.edition().is2004();
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Xml xml = new Xml(bytes);
      write(xml);
      xml.finish();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("the manifest has text that XML cannot hold", e);
    }
  }

  private void write(Xml xml) throws XMLStreamException {
    xml.open("manifest");
    xml.attribute("identifier", manifest.identifier());
    xml.attribute("version", manifest.version());
    namespaces(xml);
    xml.open("metadata");
    xml.text("schema", "ADL SCORM");
    xml.text("schemaversion", manifest.edition().schemaVersion());
    metadataContent(xml, manifest.metadata());
    xml.close();
    xml.open("organizations");
    xml.attribute("default", manifest.defaultOrganization());
    for (Organization organization : manifest.organizations()) {
      organization(xml, organization);
    }
    xml.close();
    xml.open("resources");
    for (Resource resource : manifest.resources()) {
      resource(xml, resource);
    }
    xml.close();
    xml.close();
  }

  private void namespaces(Xml xml) throws XMLStreamException {
    if (!is2004) {
      xml.attribute(XMLNS, "http://www.imsproject.org/xsd/imscp_rootv1p1p2");
      xml.attribute("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2");
      xml.attribute("xmlns:lom", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1");
      return;
    }
    xml.attribute(XMLNS, "http://www.imsglobal.org/xsd/imscp_v1p1");
    xml.attribute("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3");
    xml.attribute("xmlns:adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3");
    xml.attribute("xmlns:adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3");
    xml.attribute("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss");
    xml.attribute("xmlns:lom", "http://ltsc.ieee.org/xsd/LOM");
  }

  private void organization(Xml xml, Organization o) throws XMLStreamException {
    xml.open("organization");
    xml.attribute("identifier", o.identifier());
    xml.attribute("structure", o.structure());
    if (is2004) {
      xml.flag("adlseq:objectivesGlobalToSystem", o.objectivesGlobalToSystem(), true);
      xml.flag("adlcp:sharedDataGlobalToSystem", o.sharedDataGlobalToSystem(), true);
    }
    xml.text("title", o.title());
    for (Item item : o.items()) {
      item(xml, item);
    }
    metadata(xml, o.metadata());
    extensions(xml, o.completion());
    if (is2004) {
      new SequencingWriter(xml).write(o.sequencing(), "");
    }
    xml.close();
  }

  private void item(Xml xml, Item item) throws XMLStreamException {
    xml.open("item");
    xml.attribute("identifier", item.identifier());
    xml.attribute("identifierref", item.resource() == null ? "" : item.resource());
    xml.flag("isvisible", item.visible(), true);
    xml.attribute("parameters", item.parameters());
    xml.text("title", item.title());
    for (Item child : item.items()) {
      item(xml, child);
    }
    metadata(xml, item.metadata());
    if (is2004) {
      settings2004(xml, item);
    } else {
      settings12(xml, item.settings());
    }
    xml.close();
  }

  private void settings12(Xml xml, ItemSettings s) throws XMLStreamException {
    if (s.prerequisites() != null) {
      xml.open("adlcp:prerequisites");
      xml.attribute("type", "aicc_script");
      xml.characters(s.prerequisites().script());
      xml.close();
    }
    optional(xml, "adlcp:maxtimeallowed", s.maxTimeAllowed());
    optional(
        xml,
        "adlcp:timelimitaction",
        s.timeLimitAction() == null ? "" : s.timeLimitAction().token());
    optional(xml, "adlcp:datafromlms", s.launchData());
    BigDecimal mastery = s.masteryScore();
    optional(xml, "adlcp:masteryscore", mastery == null ? "" : mastery.toPlainString());
  }

  private void settings2004(Xml xml, Item item) throws XMLStreamException {
    ItemSettings s = item.settings();
    optional(
        xml,
        "adlcp:timeLimitAction",
        s.timeLimitAction() == null ? "" : s.timeLimitAction().token());
    optional(xml, "adlcp:dataFromLMS", s.launchData());
    extensions(xml, item.completion());
    dataMaps(xml, s.dataMaps());
    new SequencingWriter(xml).write(item.sequencing(), s.maxTimeAllowed());
    if (!s.hidden().isEmpty()) {
      xml.open("adlnav:presentation");
      xml.open("adlnav:navigationInterface");
      for (LmsUi control : s.hidden().stream().sorted().toList()) {
        xml.text("adlnav:hideLMSUI", control.code());
      }
      xml.close();
      xml.close();
    }
  }

  private void extensions(Xml xml, CompletionThreshold threshold) throws XMLStreamException {
    if (!is2004 || threshold.equals(CompletionThreshold.DEFAULT)) {
      return;
    }
    xml.open("adlcp:completionThreshold");
    xml.flag("completedByMeasure", threshold.completedByMeasure(), false);
    xml.attribute("minProgressMeasure", threshold.minProgressMeasure().toPlainString());
    xml.attribute("progressWeight", threshold.progressWeight().toPlainString());
    xml.close();
  }

  private static void dataMaps(Xml xml, List<DataMap> maps) throws XMLStreamException {
    if (maps.isEmpty()) {
      return;
    }
    xml.open("adlcp:data");
    for (DataMap map : maps) {
      xml.open("adlcp:map");
      xml.attribute("targetID", map.target());
      xml.flag("readSharedData", map.read(), true);
      xml.flag("writeSharedData", map.write(), true);
      xml.close();
    }
    xml.close();
  }

  private void resource(Xml xml, Resource r) throws XMLStreamException {
    xml.open("resource");
    xml.attribute("identifier", r.identifier());
    xml.attribute("type", r.type());
    xml.attribute(is2004 ? "adlcp:scormType" : "adlcp:scormtype", r.scormType().token());
    Href href = r.href();
    xml.attribute("href", href == null ? "" : href.url());
    if (is2004) {
      xml.flag("adlcp:persistState", r.persistState(), false);
    }
    metadata(xml, r.metadata());
    for (FileRef file : r.files()) {
      xml.open("file");
      xml.attribute("href", file.href().url());
      metadata(xml, file.metadata());
      xml.close();
    }
    for (String dependency : r.dependencies()) {
      xml.open("dependency");
      xml.attribute("identifierref", dependency);
      xml.close();
    }
    xml.close();
  }

  private static void metadata(Xml xml, Metadata metadata) throws XMLStreamException {
    if (metadata.equals(Metadata.NONE)) {
      return;
    }
    xml.open("metadata");
    metadataContent(xml, metadata);
    xml.close();
  }

  private static void metadataContent(Xml xml, Metadata metadata) throws XMLStreamException {
    for (String location : metadata.locations()) {
      xml.text("adlcp:location", Href.file(location).url());
    }
    Lom lom = metadata.lom();
    if (lom != null) {
      lom(xml, lom.root());
    }
  }

  private static void lom(Xml xml, LomElement element) throws XMLStreamException {
    xml.open("lom:" + element.name());
    if (!element.language().isEmpty()) {
      boolean isOld = element.name().equals("langstring");
      xml.attribute(isOld ? "xml:lang" : "language", element.language());
    }
    xml.characters(element.text());
    for (LomElement child : element.children()) {
      lom(xml, child);
    }
    xml.close();
  }

  private static void optional(Xml xml, String name, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      xml.text(name, text);
    }
  }
}
