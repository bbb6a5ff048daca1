import "server-only";
// First, and the only import of the library outside tests.
import "./silence-onnxruntime";

export { InferenceSession, Tensor } from "onnxruntime-node";
