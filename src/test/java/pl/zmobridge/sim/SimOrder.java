package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An order of the shop with its lines, as the shop stores them; ids are given when a shop takes it. */
public record SimOrder(ObjectNode header, List<ObjectNode> lines) {}
