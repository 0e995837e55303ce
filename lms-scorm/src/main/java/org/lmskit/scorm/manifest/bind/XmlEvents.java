package org.lmskit.scorm.manifest.bind;

import static org.lmskit.scorm.finding.ScormFinding.XML_MALFORMED;
import static org.lmskit.scorm.finding.ScormFinding.XML_NOT_A_MANIFEST;
import static org.lmskit.scorm.finding.ScormFinding.XML_TOO_DEEP;

import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/**
 * Reads a document and hands a handler what of it is known, under the names that the classes are bound
 * by and without namespaces. Document types and entities are off: the text must not have any.
 */
final class XmlEvents {
  private static final XMLInputFactory FACTORY = factory();
  private static final Attributes NONE = new AttributesImpl();
  private static final int DEEPEST = 200;

  private final String root;
  private final String file;
  private final Findings findings;
  private final ContentHandler handler;
  private final ElementNames names;
  private final StringBuilder text = new StringBuilder();
  private final AttributesImpl attributes = new AttributesImpl();
  private int depth;
  private int skipped;
  private int metadataDepth;
  private int line = 1;

  XmlEvents(String root, String file, Findings findings, ContentHandler handler) {
    this.root = root;
    this.file = file;
    this.findings = findings;
    this.handler = handler;
    this.names = new ElementNames(file, findings);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are never read: " + systemId);
    });
    return factory;
  }

  /** The line on which the element begins whose start was handed over last. */
  int line() {
    return line;
  }

  ElementNames names() {
    return names;
  }

  /** @throws RejectedException XML_MALFORMED, XML_TOO_DEEP or XML_NOT_A_MANIFEST */
  void read(String document) throws SAXException {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
      handler.setDocumentLocator(new LocatorImpl());
      handler.startDocument();
      readAll(reader);
      handler.endDocument();
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  private void readAll(XMLStreamReader reader) throws XMLStreamException, SAXException {
    while (reader.hasNext()) {
      int before = reader.getLocation().getLineNumber();
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(reader, before);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(reader);
      } else if (reader.isCharacters() && skipped == 0 && depth > 0) {
        characters(reader);
      }
    }
  }

  private void start(XMLStreamReader reader, int at) throws SAXException {
    if (++depth > DEEPEST) {
      throw findings.refuse(XML_TOO_DEEP, file + ":" + at, DEEPEST);
    }
    if (skipped > 0) {
      skipped++;
      return;
    }
    line = at;
    String name = names.enter(reader, at, attributes, metadataDepth > 0);
    if (depth == 1 && !name.equals(root)) {
      throw findings.refuse(XML_NOT_A_MANIFEST, file + ":" + at, reader.getLocalName(), root);
    }
    if (name.isEmpty()) {
      names.leave();
      skipped = 1;
      return;
    }
    if (metadataDepth > 0 || name.equals("lom")) {
      metadataDepth++;
      text.setLength(0);
    }
    handler.startElement("", name, name, attributes);
  }

  private void end(XMLStreamReader reader) throws SAXException {
    depth--;
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (metadataDepth > 0) {
      endMetadata();
      return;
    }
    String name = names.leave();
    handler.endElement("", name, name);
  }

  /** Within metadata every element is bound as a node, its text as a last child. */
  private void endMetadata() throws SAXException {
    String value = text.toString().strip();
    if (!value.isEmpty()) {
      handler.startElement("", "t", "t", NONE);
      handler.characters(value.toCharArray(), 0, value.length());
      handler.endElement("", "t", "t");
    }
    text.setLength(0);
    metadataDepth--;
    String name = names.leave();
    handler.endElement("", name, name);
  }

  private void characters(XMLStreamReader reader) throws SAXException {
    char[] characters = reader.getTextCharacters();
    int start = reader.getTextStart();
    int length = reader.getTextLength();
    if (metadataDepth > 0) {
      text.append(characters, start, length);
    } else {
      handler.characters(characters, start, length);
    }
  }

  private RejectedException malformed(XMLStreamException e) {
    Location at = e.getLocation();
    int row = at == null ? line : Math.max(1, at.getLineNumber());
    int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
    String message =
        String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
    String why = message.strip().replaceFirst("\\.$", "");
    return findings.refuse(XML_MALFORMED, file + ":" + row, row, column, why);
  }
}
