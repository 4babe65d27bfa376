import type { Element } from './tree.ts';

/** Children in the order that ISO/IEC 29500-1 has them, for the elements that we or exceljs write; `a|b` is a choice. */
const ORDERS: { readonly [element: string]: string } = {
  // sml.xsd
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetView: 'pane selection pivotSelection extLst',
  row: 'c extLst',
  c: 'f v is extLst',
  cfRule: 'formula colorScale|dataBar|iconSet extLst',
  dataBar: 'cfvo color',
  dataValidation: 'formula1 formula2',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  // Any order by the standard; Excel keeps this one (MS-OI29500).
  font: 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme',
  border: 'start|left end|right top bottom diagonal vertical horizontal',
  patternFill: 'fgColor bgColor',
  xf: 'alignment protection extLst',
  dxf: 'font numFmt fill alignment border protection extLst',
  sst: 'si extLst',
  si: 't r rPh phoneticPr',
  r: 'rPr t',
  'x14:cfRule': 'f dataBar|colorScale|iconSet dxf extLst',
  'x14:dataBar': 'cfvo borderColor fillColor negativeFillColor negativeBorderColor axisColor extLst',
  'x14:conditionalFormatting': 'cfRule sqref extLst',
  // dml-spreadsheetDrawing.xsd
  'xdr:twoCellAnchor': 'from to sp|grpSp|graphicFrame|cxnSp|pic|contentPart clientData',
  'xdr:from': 'col colOff row rowOff',
  'xdr:to': 'col colOff row rowOff',
  'xdr:graphicFrame': 'nvGraphicFramePr xfrm graphic',
  'xdr:nvGraphicFramePr': 'cNvPr cNvGraphicFramePr',
  'xdr:pic': 'nvPicPr blipFill spPr style',
  // dml-chart.xsd
  'c:chartSpace':
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  'c:chart':
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  'c:title': 'tx layout overlay spPr txPr extLst',
  'c:plotArea': 'layout lineChart|barChart valAx|catAx|dateAx|serAx dTable spPr extLst',
  'c:lineChart': 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  'c:lineChart/c:ser': 'idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst',
  'c:barChart/c:ser':
    'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst',
  'c:ser/c:marker': 'symbol size spPr extLst',
  'c:dLbls':
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
  'c:scaling': 'logBase orientation max min extLst',
  'c:legend': 'legendPos legendEntry layout overlay spPr txPr extLst',
  'c:catAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
  'c:dateAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst',
  'c:valAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
  'c:strRef': 'f strCache extLst',
  'c:numRef': 'f numCache extLst',
  'c:strCache': 'ptCount pt extLst',
  'c:numCache': 'formatCode ptCount pt extLst',
  'c:txPr': 'bodyPr lstStyle p',
  'c:rich': 'bodyPr lstStyle p',
  'c:spPr': 'xfrm custGeom|prstGeom noFill|solidFill|gradFill|blipFill|pattFill|grpFill ln effectLst',
  'a:p': 'pPr r|br|fld endParaRPr',
  'a:r': 'rPr t',
  'a:ln': 'noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd',
};

/** Where an element of a tree has a child that the schema does not have there. */
export function orderFaults(element: Element, parent = ''): readonly string[] {
  const order = ORDERS[`${parent}/${element.tag}`] ?? ORDERS[element.tag];
  const below = element.children.flatMap((one) => orderFaults(one, element.tag));
  if (order === undefined) return below;
  const places = new Map(order.split(' ').flatMap((names, at) => names.split('|').map((name) => [name, at])));
  let reached = 0;
  const own = element.children.flatMap(({ name }) => {
    const place = places.get(name);
    if (place === undefined) return [`${element.tag} has no child ${name}`];
    if (place < reached) return [`${name} stands too late in ${element.tag}`];
    reached = place;
    return [];
  });
  return [...own, ...below];
}
