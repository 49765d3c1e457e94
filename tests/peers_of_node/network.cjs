// What graphology reads of a network on standard input: node network.cjs gexf|graphml
const Graph = require("graphology");
const { parse } = require(`graphology-${process.argv[2]}`);
const read = parse(Graph, require("fs").readFileSync(0, "utf8"));
const nodes = read.mapNodes((id, facts) => [id, facts]);
const edges = read.mapEdges((id, facts, source, target) => [source, target, facts]);
console.log(JSON.stringify({ directed: read.type === "directed", nodes, edges }));
